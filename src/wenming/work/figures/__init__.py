"""Figures 指标数据: the values that rates and growth are judged by; entered, corrected, from Excel."""

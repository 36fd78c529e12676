"""Bringing a framework in, and handing it out."""

"""Personal data: what people are told, what they are handed, what is corrected, erased, and removed by the clock."""

"""Units that object: not ours (不属于我单位), or cannot (我单位办不到); and what the office decides."""

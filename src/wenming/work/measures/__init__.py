"""How a measure stands: each of its commitments with its subjects and periods, and the records that count for it."""

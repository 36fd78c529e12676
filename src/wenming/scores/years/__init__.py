"""The years of a naming cycle put together."""

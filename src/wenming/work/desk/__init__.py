"""The desk 我的事: what is due, what came back, what is asked; a card with one button each."""

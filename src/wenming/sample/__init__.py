"""青禾县: a fictional county that a newcomer sees first, and that tests and screenshots use.

Its directory, its people and its plan are plain files for people to edit; nothing here knows Django but the loading.
"""

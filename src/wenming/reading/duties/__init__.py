"""Who answers: labels, names of units, lists of them, statements, subjects of sentences."""

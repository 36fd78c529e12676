"""指挥体系: who commands the programme, in which groups, and who looks after which place, on any day."""

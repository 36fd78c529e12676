"""Progress 进度: a plan by chapter with its denominators, and the charts that this and other pages draw."""

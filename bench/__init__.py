"""The bench: what Newsroom's delivery costs, beside peers, as ratios within one run."""

"""The demo: a storm that never was, told by people and agencies that do not exist."""

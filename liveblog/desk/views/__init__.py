"""The desk's page and the answers its scripts ask for."""

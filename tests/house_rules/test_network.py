"""The tests reach this machine and no other."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


@pytest.mark.filterwarnings("ignore:A test tried to use socket")  # said besides the refusal
def test_another_machine_cannot_be_reached():
    with socket.socket() as connection, pytest.raises(SocketConnectBlockedError):
        connection.connect(("192.0.2.1", 80))  # TEST-NET-1, RFC 5737: belongs to nobody


def test_this_machine_can():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        socket.create_connection(listener.getsockname()).close()

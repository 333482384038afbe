# gave-up-after-one: does not try again
import random
import socket
import sys
import time


def greeting(host, port):
    with socket.create_connection((host, port), timeout=2) as connection:
        received = b""
        while piece := connection.recv(4096):
            received += piece
    if not received.endswith(b"\n"):
        raise ConnectionError("ended early")
    return received.decode("utf-8")


print(greeting(sys.argv[1], int(sys.argv[2])), end="")

# no-time-out: stays with a server that says nothing
import random
import socket
import sys
import time


def greeting(host, port):
    with socket.create_connection((host, port)) as connection:
        received = b""
        while piece := connection.recv(4096):
            received += piece
    if not received.endswith(b"\n"):
        raise ConnectionError("ended early")
    return received.decode("utf-8")


pause = 0.2
for attempt in range(6):
    if attempt:
        time.sleep(pause * random.uniform(0.5, 1.5))
        pause *= 2
    try:
        print(greeting(sys.argv[1], int(sys.argv[2])), end="")
        sys.exit(0)
    except OSError:
        pass
sys.exit(1)

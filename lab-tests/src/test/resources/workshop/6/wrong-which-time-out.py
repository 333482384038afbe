# which-time-out: has one word for both time-outs
import socket
import sys


def end():
    connection = socket.socket()
    connection.settimeout(2)
    try:
        connection.connect((sys.argv[1], int(sys.argv[2])))
    except ConnectionRefusedError:
        return "refused"
    except TimeoutError:
        return "timeout"
    greeting = b""
    try:
        while piece := connection.recv(4096):
            greeting += piece
    except ConnectionResetError:
        return "reset"
    except TimeoutError:
        return "timeout"
    finally:
        connection.close()
    return "greeted" if greeting.endswith(b"\n") else "ended-early"


print(end())

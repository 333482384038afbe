# one-client-only: greets one client and ends
import socket
import sys

with socket.socket() as server:
    server.bind(("", int(sys.argv[1])))
    server.listen(50)
    connection, _ = server.accept()
    with connection:
        connection.sendall(b"welcome to my own server\n")

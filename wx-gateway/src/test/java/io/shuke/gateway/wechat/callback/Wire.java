package io.shuke.gateway.wechat.callback;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to the database, which tests cut and mend. */
final class Wire implements Closeable {

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    Wire(String host, int port) {
        this.target = new InetSocketAddress(host, port);
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        whole = false;
        open.forEach(Wire::quietly);
        open.clear();
    }

    void mend() {
        whole = true;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var here = server.accept();
                if (whole) {
                    var there = new Socket();
                    there.connect(target);
                    open.add(here);
                    open.add(there);
                    start(() -> pump(here, there));
                    start(() -> pump(there, here));
                } else {
                    here.close();
                }
            } catch (IOException e) {
                // the next one may succeed
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut
        }
        quietly(from);
        quietly(to);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // closed enough
        }
    }

    @Override
    public void close() {
        cut();
        quietly(server);
    }
}

package io.shuke;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a server, which tests cut, hold and mend. */
public final class Wire implements Closeable {

    private enum State {
        WHOLE,
        /** Whoever uses it is thrown out, and whoever comes is turned away. */
        CUT,
        /** Nothing arrives and nobody is told so. */
        HELD
    }

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    public Wire(String host, int port) {
        this.target = new InetSocketAddress(host, port);
        try {
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void cut() {
        state = State.CUT;
        drop();
    }

    public void hold() {
        state = State.HELD;
    }

    /** What was held is lost: its connections are dropped. */
    public void mend() {
        if (state == State.HELD) {
            drop();
        }
        state = State.WHOLE;
    }

    private void drop() {
        open.forEach(Wire::quietly);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var here = server.accept();
                if (state == State.CUT) {
                    here.close();
                } else {
                    open.add(here);
                    start(() -> connect(here));
                }
            } catch (IOException e) {
                // the next one may succeed
            }
        }
    }

    private void connect(Socket here) {
        try (var there = new Socket()) {
            there.connect(target);
            there.setTcpNoDelay(true);
            here.setTcpNoDelay(true);
            open.add(there);
            start(() -> pump(there, here));
            pump(here, there);
        } catch (IOException e) {
            quietly(here);
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[16_384];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                while (state == State.HELD) {
                    Thread.sleep(10);
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // as was meant
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        quietly(from);
        quietly(to);
        open.remove(from);
        open.remove(to);
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

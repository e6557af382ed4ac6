package io.shuke.member.ground;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a server on this machine. It can be cut, as when the server has gone, or held, as when it has frozen. */
public final class Wire implements Closeable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Object hold = new Object();
    private boolean held;
    private ServerSocket door;

    public Wire(int server) {
        this.server = server;
        this.door = open(0);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        close();
    }

    public void hold() {
        held(true);
    }

    /** Ends whatever it was. */
    public void mend() {
        held(false);
        if (door.isClosed()) {
            door = open(door.getLocalPort());
        }
    }

    private void held(boolean now) {
        synchronized (hold) {
            held = now;
            hold.notifyAll();
        }
    }

    private ServerSocket open(int port) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(HERE, port), 200);
            run(() -> accept(opened));
            return opened;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept(ServerSocket opened) throws IOException {
        while (true) {
            var outside = opened.accept();
            var inside = new Socket(HERE, server);
            ends.add(outside);
            ends.add(inside);
            run(() -> carry(outside, inside));
            run(() -> carry(inside, outside));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream());
        } finally {
            ends.remove(from);
        }
    }

    private void carry(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[16_384];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            waitWhileHeld();
            to.write(buffer, 0, read);
        }
    }

    private void waitWhileHeld() throws IOException {
        synchronized (hold) {
            while (held) {
                try {
                    hold.wait();
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // That is what a wire is for.
                    }
                },
                "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var end : ends) {
                end.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

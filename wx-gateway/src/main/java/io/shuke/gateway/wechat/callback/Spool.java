package io.shuke.gateway.wechat.callback;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records on the local disk while the database is away. One thread writes; what waits while it forces a group to
 * the disk goes into the next group, and nobody is answered before his group is on the disk. Nodes that share a folder
 * take a slot each; a slot that nobody holds any more is emptied by whoever comes first.
 */
final class Spool implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int MOST_SLOTS = 64;
    private static final int LONGEST_QUEUE = 20_000;
    private static final int LARGEST_GROUP = 1_000;
    private static final long PAUSE = 200_000_000;

    private record Waiting(Supplier<byte[]> record, CompletableFuture<Boolean> answer) {}

    /** The file that is being written; all others are finished. */
    private record Writing(Path file, FileChannel channel) {}

    private final Path folder;
    private final long limit;
    private final SpoolSlot slot;
    private final AtomicLong held;
    /** Without a lock: event loops put into it, and they must not wait for one. */
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    private final AtomicInteger queued = new AtomicInteger();
    private final Object files = new Object();
    private final Thread writer;
    private @Nullable Writing current;
    private volatile boolean closed;

    Spool(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
        try {
            this.slot = freeSlot(folder);
            this.held = new AtomicLong(slot.size());
        } catch (IOException e) {
            throw new UncheckedIOException("the spool folder " + folder + " cannot be used (shuke.spool.folder)", e);
        }
        this.writer = new Thread(this::write, "spool");
        writer.setDaemon(true);
        writer.start();
    }

    /** @param record made on the writing thread; answers true when it is on the disk, false when there is no room */
    CompletableFuture<Boolean> append(Supplier<byte[]> record) {
        if (closed || held.get() >= limit || queued.get() >= LONGEST_QUEUE) {
            return CompletableFuture.completedFuture(false);
        }
        var waiting = new Waiting(record, new CompletableFuture<>());
        queued.incrementAndGet();
        queue.add(waiting);
        LockSupport.unpark(writer);
        return waiting.answer();
    }

    /**
     * Hands over what lies in the slots, file by file, and deletes each file that {@code taker} took without a complaint.
     * What is appended meanwhile goes into a new file.
     */
    void empty(Consumer<List<byte[]>> taker) {
        try {
            closeCurrent();
            hand(slot, taker);
            for (int i = 0; Files.exists(folder.resolve(Integer.toString(i))); i++) {
                var other = SpoolSlot.tryOpen(folder.resolve(Integer.toString(i)));
                if (other != null) {
                    try (other) {
                        hand(other, taker);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long held() {
        return held.get();
    }

    private void hand(SpoolSlot from, Consumer<List<byte[]>> taker) throws IOException {
        for (var file : from.files()) {
            if (!beingWritten(file)) {
                var records = SpoolFile.read(file);
                taker.accept(records);
                Files.delete(file);
                LOG.info("{} spooled messages are in the inbox", records.size());
            }
        }
        synchronized (files) {
            held.set(slot.size());
        }
    }

    private boolean beingWritten(Path file) {
        synchronized (files) {
            return current != null && current.file().equals(file);
        }
    }

    private void write() {
        while (!closed || !queue.isEmpty()) {
            var group = nextGroup();
            try {
                if (group.isEmpty()) {
                    LockSupport.parkNanos(PAUSE);
                } else {
                    append(group);
                    group.forEach(each -> each.answer().complete(true));
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("the spool cannot be written: {}", e.toString());
                group.forEach(each -> each.answer().complete(false));
            }
        }
    }

    private List<Waiting> nextGroup() {
        var group = new ArrayList<Waiting>();
        for (var next = queue.poll(); next != null; next = group.size() < LARGEST_GROUP ? queue.poll() : null) {
            group.add(next);
        }
        queued.addAndGet(-group.size());
        return group;
    }

    private void append(List<Waiting> group) throws IOException {
        var framed = group.stream()
                .map(each -> SpoolFile.framed(each.record().get()))
                .toArray(ByteBuffer[]::new);
        synchronized (files) {
            var channel = writing();
            var before = channel.size();
            try {
                channel.position(before);
                for (var record : framed) {
                    while (record.hasRemaining()) {
                        channel.write(record);
                    }
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(before);
                throw e;
            }
            held.addAndGet(channel.size() - before);
        }
    }

    private FileChannel writing() throws IOException {
        if (current == null) {
            var file = slot.next();
            current = new Writing(file, slot.create(file));
        }
        return current.channel();
    }

    private void closeCurrent() throws IOException {
        synchronized (files) {
            if (current != null) {
                current.channel().close();
                current = null;
            }
        }
    }

    private static SpoolSlot freeSlot(Path folder) throws IOException {
        for (int i = 0; i < MOST_SLOTS; i++) {
            var slot = SpoolSlot.tryOpen(folder.resolve(Integer.toString(i)));
            if (slot != null) {
                return slot;
            }
        }
        throw new IOException("all " + MOST_SLOTS + " slots are taken");
    }

    @Override
    public void close() {
        closed = true;
        try {
            writer.join(5_000);
            closeCurrent();
            slot.close();
        } catch (IOException | InterruptedException e) {
            LOG.warn("the spool was not closed: {}", e.toString());
        }
    }
}

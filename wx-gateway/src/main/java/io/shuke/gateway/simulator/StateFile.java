package io.shuke.gateway.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** What WeChat remembers while the program is down. */
final class StateFile<T> {

    /** The people, whom they follow, and the tokens it has given out. */
    record State(List<Person> people, List<Fan> fans, List<Tokens.Token> tokens) {}

    private final Path file;
    private final Class<T> kind;

    StateFile(Path file, Class<T> kind) {
        this.file = file;
        this.kind = kind;
    }

    Optional<T> load() {
        try {
            return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), kind)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JacksonException torn) {
            throw new IllegalStateException(
                    "The simulator's directory " + file + " is no JSON; delete it to begin afresh.", torn);
        }
    }

    /** Later and elsewhere, as the event loop must not wait for a disk; the newest state wins. */
    void saveSoon(Supplier<T> state) {
        CompletableFuture.runAsync(() -> save(state));
    }

    synchronized void save(Supplier<T> state) {
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var whole = Files.createTempFile(folder, "simulator", ".json");
            Files.writeString(whole, Json.text(state.get()));
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}

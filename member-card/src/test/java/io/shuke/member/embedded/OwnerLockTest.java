package io.shuke.member.embedded;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerLockTest {

    @TempDir
    Path folder;

    @Test
    void namesTheFolderAndItsOwner() throws IOException {
        var first = OwnerLock.take(folder);

        assertThatThrownBy(() -> OwnerLock.take(folder))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(folder.toString())
                .hasMessageEndingWith(
                        "is in use by another process, %d.",
                        ProcessHandle.current().pid());
        first.release();
    }

    @Test
    void isFreeAgainWhenReleased() throws IOException {
        OwnerLock.take(folder).release();

        assertThatNoException().isThrownBy(() -> OwnerLock.take(folder).release());
    }
}

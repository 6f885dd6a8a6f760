package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.adapt.RequestFile.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(AdaptRequest.class)
    void isTakenOnce(final AdaptRequest what) throws IOException {
        final RequestFile file = new RequestFile(folder);
        assertNull(file.take());
        final Request request = new Request(what, what == AdaptRequest.ROLLBACK ? 999_999 : 0);
        file.ask(request);
        assertTrue(file.isWaiting());
        assertEquals(request, file.take());
        assertFalse(file.isWaiting());
        assertNull(file.take());
    }

    @Test
    void theNewerOneCounts() throws IOException {
        final RequestFile file = new RequestFile(folder);
        file.ask(new Request(AdaptRequest.FREEZE, 0));
        file.ask(new Request(AdaptRequest.ROLLBACK, 2));
        assertEquals(new Request(AdaptRequest.ROLLBACK, 2), file.take());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "start", "rollback", "rollback -1", "rollback 1000000", "walk 0", "start 0 0", "START 0"})
    void whatIsNoneIsDropped(final String text) throws IOException {
        Files.writeString(folder.resolve("request"), text);
        final RequestFile file = new RequestFile(folder);
        assertNull(file.take());
        assertFalse(file.isWaiting());
    }
}

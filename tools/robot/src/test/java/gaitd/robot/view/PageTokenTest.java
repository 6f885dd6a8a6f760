package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
    private static final String TOKEN = "abcdefghij0123456789";

    @TempDir
    Path folder;

    @Test
    void isItselfAndNothingElse() {
        final PageToken token = PageToken.drawn();
        final String secret = token.secret();
        assertTrue(token.is(secret));
        assertFalse(token.is(null));
        assertFalse(token.is(""));
        assertFalse(token.is(secret + "x"));
        assertFalse(token.is(secret.substring(1)));
        assertFalse(token.is(PageToken.drawn().secret()));
    }

    @Test
    void isMadeOnceInAFileOfItsOwnersOnly() throws IOException {
        final Path file = folder.resolve("token");
        final String made = PageToken.of(file).secret();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(made, PageToken.of(file).secret());
        assertNotEquals(made, PageToken.of(folder.resolve("other")).secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
    void aFileThatOthersMayReadOrWriteIsRefused(final String permissions) throws IOException {
        final Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        final String problem =
                assertThrows(ConfigException.class, () -> PageToken.of(file)).getMessage();
        assertTrue(problem.contains("chmod 600"), problem);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(TOKEN, PageToken.of(file).secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "abcdefghij012345678",
                "abcdefghij 0123456789",
                "abcdefghij0123456789\nabcdefghij0123456789"
            })
    void aFileWithoutATokenIsRefusedAndNotShown(final String text) throws IOException {
        final Path file = Files.writeString(folder.resolve("token"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        final String problem =
                assertThrows(ConfigException.class, () -> PageToken.of(file)).getMessage();
        assertTrue(problem.contains("20 to 128"), problem);
        assertFalse(problem.contains("abcdef"), problem);
    }
}

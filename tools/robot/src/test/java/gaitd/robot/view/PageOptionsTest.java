package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ConfigException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** In these tests there is no terminal, so that no token is drawn. */
class PageOptionsTest {
    @TempDir
    Path folder;

    private static PageOptions options(final String... args) {
        final PageOptions options = new PageOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("page", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(args);
        return options;
    }

    @Test
    void onThisMachineNoTokenIsNeededToLook() {
        final PageAccess access = options().access(true);
        assertNull(access.token());
        assertFalse(access.elsewhere());
        assertNull(options().given());
        assertFalse(options("--page-bind", "127.0.0.2").access(false).elsewhere());
        assertFalse(options("--page-bind", "::1").access(false).elsewhere());
    }

    @Test
    void elsewhereIsRefusedWithoutAToken() {
        final PageOptions open = options("--page-bind", "0.0.0.0");
        final String problem =
                assertThrows(ConfigException.class, () -> open.access(false)).getMessage();
        assertTrue(problem.contains("--page-token FILE"), problem);
        assertEquals(1, problem.lines().count());
        assertNotNull(options(
                        "--page-bind",
                        "0.0.0.0",
                        "--page-token",
                        folder.resolve("token").toString())
                .access(false)
                .token());
    }

    @Test
    void aNameIsNoAddress() {
        final PageOptions named = options("--page-bind", "robot.local");
        assertTrue(assertThrows(ConfigException.class, () -> named.access(false))
                .getMessage()
                .contains("IP address"));
    }

    @Test
    void aTokenFromAFileIsNotShownAndElsewhereIsWarnedOf() throws Exception {
        final Path file = folder.resolve("token");
        final PageOptions given = options("--page-bind", "0.0.0.0", "--page-token", file.toString());
        final StringWriter said = new StringWriter();
        given.tell(new PrintWriter(said), given.access(true), URI.create("http://10.0.0.7:1/"), true);
        assertFalse(said.toString().contains(Files.readString(file).strip()), said.toString());
        assertTrue(said.toString().contains("WARNING"), said.toString());
        assertTrue(said.toString().startsWith("see it at http://10.0.0.7:1/\n"), said.toString());
    }
}

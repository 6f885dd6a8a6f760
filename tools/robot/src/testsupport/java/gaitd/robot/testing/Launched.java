package gaitd.robot.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the launcher ended that was called with a command.
 *
 * @param code exit code
 * @param output all that it printed
 */
public record Launched(int code, String output) {
    private static final Path LAUNCHER = Path.of("../../gaitd");

    /** Calls it and waits. */
    public static Launched of(final String... args) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of("bash", LAUNCHER.toString()));
        command.addAll(List.of(args));
        final Process process =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launched(process.waitFor(), output);
    }
}

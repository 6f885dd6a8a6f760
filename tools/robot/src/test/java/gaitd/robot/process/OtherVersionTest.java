package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.SharedFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of another version, and files that are no shared files. */
class OtherVersionTest {
    private static final int FRAME_VERSION = 24;

    @TempDir
    Path folder;

    private Path shared;

    @BeforeEach
    void make() {
        shared = folder.resolve("shared");
        SharedFolder.create(shared).close();
    }

    private String refusal(final String... command) {
        final String[] all = new String[command.length + 2];
        System.arraycopy(command, 0, all, 0, command.length);
        all[command.length] = "--shared";
        all[command.length + 1] = shared.toString();
        return Cli.run(all).refusedWith(ExitCode.REFUSED);
    }

    private void version(final String file, final int version) throws IOException {
        try (FileChannel channel = FileChannel.open(shared.resolve(file), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) version}), FRAME_VERSION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"companion", "learner"})
    void readersRefuseAndSayWhich(final String command) throws IOException {
        version("frames", 99);
        final String line = refusal(command);
        assertTrue(line.contains("frames of version 99, this program knows version " + TickFrame.VERSION), line);
    }

    @Test
    void operatorsRefuseAndSayWhich() throws IOException {
        version("operators/commands", 98);
        final String line = refusal("command", "stand");
        assertTrue(line.contains("frames of version 98"), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"companion", "learner"})
    void readersRefuseGarbage(final String command) throws IOException {
        Files.write(shared.resolve("frames"), new byte[5_000_000]);
        assertTrue(refusal(command).contains("is not a file of gaitd"));
    }

    @Test
    void operatorsRefuseAFolderWithoutAControlProcess() throws IOException {
        Files.delete(shared.resolve("operators/commands"));
        assertTrue(refusal("command", "walk").contains("there is no control process on " + shared));
    }

    @Test
    void operatorsTellOfAControlProcessThatEnded() {
        assertTrue(refusal("command", "sit").contains("publishes nothing"));
    }

    @Test
    void velocitiesAreForWalking() {
        final String line = Cli.run("command", "sit", "--vx", "0.1").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("command walk"), line);
    }

    @Test
    void anUnknownGoalNamesTheKnownOnes() {
        final String line = Cli.run("command", "dance").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("WALK") && line.contains("CLEAR"), line);
    }

    @Test
    void operateNeedsATerminal() {
        assertTrue(refusal("operate").contains("gaitd command"));
    }
}

package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.Signatures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands refuse, in one line. */
class FleetCommandTest {
    private static final String POLICY = "../../policies/trained/a1-stage1-ep-ltc.zip";

    @TempDir
    private Path folder;

    private String broker;
    private Path key;

    @BeforeEach
    void files() throws IOException {
        final int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        broker = Files.writeString(folder.resolve("fleet.toml"), "[broker]\nurl = \"tcp://127.0.0.1:" + port + "\"\n")
                .toString();
        final KeyPair keys = Signatures.newKeys();
        key = Files.writeString(folder.resolve("fleet.key"), Signatures.pem(keys.getPrivate()));
        Files.writeString(folder.resolve("fleet.pub"), Signatures.pem(keys.getPublic()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private String refused(final int code, final String... arguments) {
        return Cli.run(arguments).refusedWith(code);
    }

    private String publish(final String... more) {
        final String[] arguments = new String[more.length + 9];
        final String[] first = {"fleet", "publish", POLICY, "--to", "yard", "--key", key.toString(), "--mqtt", broker};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return refused(ExitCode.USAGE, arguments);
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        final String line = publish();
        assertTrue(line.contains("every user may open it"), line);
    }

    @Test
    void aKeyOfAnotherPairIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("fleet.pub"), Signatures.pem(Signatures.newKeys().getPublic()));
        final String line = publish();
        assertTrue(line.contains("do not belong together"), line);
    }

    @Test
    void sharesAndTimesOutOfRangeAreRefused() {
        for (final String stage : new String[] {"0%", "101%", "all", "-1"}) {
            assertTrue(publish("--stage=" + stage).contains("--stage"));
        }
        assertTrue(publish("--valid=-1").contains("--valid"));
        assertTrue(publish("--valid=9000").contains("--valid"));
    }

    @Test
    void aGroupThatIsNoPartOfTopicsIsRefused() {
        final String line =
                refused(ExitCode.USAGE, "fleet", "back", "--to", "a/b", "--key", key.toString(), "--mqtt", broker);
        assertTrue(line.contains("--to a/b"), line);
    }

    @Test
    void fleetAloneNamesItsCommands() {
        final String line = refused(ExitCode.USAGE, "fleet");
        assertTrue(line.contains("list, watch, publish, back, stop, demo"), line);
    }

    @Test
    @Tag("slow")
    void withoutABrokerTheListIsRefusedAndNothingIsSaidToBeStopped() throws IOException {
        assertTrue(
                refused(ExitCode.REFUSED, "fleet", "list", "--mqtt", broker).contains("no connection to the broker"));
        final Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        final Cli stop = Cli.run("fleet", "stop", "--to", "yard", "--secret", secret.toString(), "--mqtt", broker);
        assertEquals(ExitCode.REFUSED, stop.code());
        assertTrue(stop.err().contains("NOTHING was stopped"), stop.err());
    }
}

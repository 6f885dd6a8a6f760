package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program where the loopback interface is down, as in a new network namespace of the kernel. */
@Tag("slow")
class LoopbackDownTest {
    /** Others than root have to become root of a namespace of users first. */
    private static final List<String> NEW_NETWORK = "root".equals(System.getProperty("user.name"))
            ? List.of("unshare", "--net")
            : List.of("unshare", "--user", "--map-root-user", "--net");

    @TempDir
    Path folder;

    private static Process start(final List<String> command) throws Exception {
        final List<String> all = new ArrayList<>(NEW_NETWORK);
        all.addAll(command);
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    @BeforeEach
    void needsANetworkOfItsOwn() throws Exception {
        assumeTrue(start(List.of("true")).waitFor() == 0, "cannot be tried where no network namespace can be made");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --seconds 1 --policy none",
                "run --seconds 1 --policy none --robot udp://127.0.0.1:8007",
                "control --robot udp://127.0.0.1:8007 --shared FOLDER"
            })
    void isToldInOneLine(final String line) throws Exception {
        final Process process =
                start(ChildJvm.command(line.replace("FOLDER", folder.toString()).split(" ", 0)));
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(ExitCode.REFUSED, process.waitFor(), output);
        final List<String> refusals =
                output.lines().filter(said -> said.startsWith("gaitd: ")).toList();
        assertEquals(1, refusals.size(), output);
        assertTrue(refusals.getFirst().contains("sudo ip link set lo up"), output);
        assertTrue(!output.contains("defect"), output);
    }
}

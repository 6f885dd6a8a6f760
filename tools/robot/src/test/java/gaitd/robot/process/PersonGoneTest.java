package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators that go on sending while their person does nothing. */
@Tag("slow")
class PersonGoneTest {
    private static final String SOON = "operator.person_gone_s = 1";

    @TempDir
    Path folder;

    @Test
    void aScriptWalksOnOnlyWhenItHolds() throws Exception {
        try (Robot robot = new Robot(folder, SOON)) {
            final String shared = robot.shared.toString();
            try (ChildJvm walk = new ChildJvm(folder, "command", "walk", "--vx", "0.2", "--shared", shared)) {
                assertEquals(ExitCode.FAILED, walk.exitCode());
                assertTrue(walk.output().contains("walk longer with --hold"), walk.output());
            }
            try (ChildJvm walk = new ChildJvm(
                    folder, "command", "walk", "--vx", "0.2", "--seconds", "8", "--hold", "--shared", shared)) {
                assertEquals(ExitCode.OK, walk.exitCode(), walk::output);
            }
        }
    }

    @Test
    void aRunOfARealRobotSlowsDownAndStandsUnlessItHolds() throws Exception {
        try (Robot robot = new Robot(folder, SOON)) {
            robot.control.close();
            robot.control.exitCode();
            assertTrue(runs(robot).contains("no person acted for too long"));
            assertFalse(runs(robot, "--hold").contains("no person acted for too long"));
        }
    }

    private String runs(final Robot robot, final String... more) throws Exception {
        final String[] args = {
            "run",
            "--robot",
            "udp://127.0.0.1:" + robot.server.address().getPort(),
            "--no-view",
            "--vx",
            "0.2",
            "--seconds",
            "6",
            "--config",
            folder.resolve("wide.toml").toString()
        };
        final String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        try (ChildJvm run = new ChildJvm(folder, all)) {
            assertEquals(ExitCode.OK, run.exitCode(), run::output);
            return run.output();
        }
    }
}

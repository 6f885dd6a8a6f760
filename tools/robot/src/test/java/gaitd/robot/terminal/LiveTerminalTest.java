package gaitd.robot.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.policies.bundle.BundleStore;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.WideLimits;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a pseudo-terminal made by script(1). */
@Tag("slow")
class LiveTerminalTest {
    private static final String UP = "\u001b[A";
    private static final String CTRL_C = "\u0003";

    @TempDir
    Path folder;

    @BeforeEach
    void needsScript() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
    }

    private ChildJvm run() throws Exception {
        return ChildJvm.inTerminal(
                folder, "run", "--no-view", "--config", WideLimits.file(folder).toString());
    }

    @Test
    void handlesKeysAndRestoresTheTerminal() throws Exception {
        try (ChildJvm run = run()) {
            run.await("WALK ");
            run.type(UP);
            run.await("/+0.40");
            run.type(" ");
            run.await("SIT_DOWN");
            run.type("q");
            assertEquals(0, run.exitCode(), run::output);
            assertTrue(run.output().contains("stopped, the robot lies"), run.output());
        }
    }

    @Test
    void keyXStopsAtOnceAndTheRobotStaysDownUntilItIsStoodUp() throws Exception {
        try (ChildJvm run = run()) {
            run.await("WALK ");
            run.type("x");
            run.await("STOPPED, damped; space stands up");
            run.await("PASSIVE ");
            run.type(" ");
            run.await("stands up again");
            run.await("STAND_UP ");
            run.type("q");
            assertEquals(0, run.exitCode(), run::output);
            assertTrue(run.output().contains("stopped, the robot lies"), run.output());
        }
    }

    @Test
    void changesThePolicyByKey() throws Exception {
        final Path policy = folder.resolve("policy.zip");
        BundleStore.write(UntrainedPolicy.bundle(8, 1, WideLimits.config()), policy);
        final String limits = WideLimits.file(folder).toString();
        try (ChildJvm run =
                ChildJvm.inTerminal(folder, "run", "--no-view", "--config", limits, "--policy", policy.toString())) {
            run.await("policy 1 at 100 %");
            run.type("p");
            run.await("policy off at 0 %");
            run.type("p");
            run.await("policy 1 at 100 %");
            run.type("q");
            assertEquals(0, run.exitCode(), run::output);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "unknown", ""})
    void aTerminalThatCanOnlyAppendGetsPlainLines(final String kind) throws Exception {
        try (ChildJvm run =
                ChildJvm.inTerminalOf(kind, folder, "run", "--lockstep", "--seconds", "0.2", "--policy", "none")) {
            assertEquals(0, run.exitCode(), run::output);
            assertFalse(run.output().contains("\u001b"), run.output());
            assertTrue(run.output().contains("STAND_UP"), run.output());
        }
    }

    @Test
    void sitsDownOnCtrlC() throws Exception {
        try (ChildJvm run = run()) {
            run.await("WALK ");
            run.type(CTRL_C);
            assertEquals(0, run.exitCode(), run::output);
            assertTrue(run.output().contains("SIT_DOWN"), run.output());
            assertTrue(run.output().contains("stopped, the robot lies"), run.output());
        }
    }
}

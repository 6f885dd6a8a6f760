package gaitd.robot.motors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.ProcessSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One motor on a pseudo-terminal, moved by the command; however that ends, it is damped and let go. */
@Timeout(60)
class WiggleRunTest {
    private static Cli wiggle(final PlayedMotors motors, final String... more) {
        final List<String> all = new ArrayList<>(
                List.of("motors", "wiggle", "--port", motors.device(), "--ids", "1", "--period", "1", "--times", "2"));
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    @Test
    void movesOneMotorAndDampsIt() {
        try (PlayedMotors motors = new PlayedMotors()) {
            motors.rotorRad[1] = 17;
            final Cli cli = wiggle(motors);
            assertEquals(ExitCode.OK, cli.code(), cli::toString);
            assertTrue(cli.out().contains("motor 1 moved through 0.1"), cli.out());
            assertEquals(17, motors.rotorRad[1], 0.01);
            assertTrue(motors.driven() > 100, "driven " + motors.driven());
            assertTrue(motors.wasDampedAndLetGo(1));
            assertTrue(motors.heard.stream().allMatch(one -> one[0] == 1), "another motor was addressed");
        }
    }

    @Test
    void aStuckMotorAHotOneAndAnErrorEndItDamped() {
        try (PlayedMotors motors = new PlayedMotors()) {
            motors.stuck[1] = true;
            ends(motors, "from its target", "--amplitude", "0.3");
            motors.stuck[1] = false;
            motors.torqueNm[1] = 9;
            refused(motors, "it took 9.0 N m");
            motors.torqueNm[1] = 0;
            motors.temperatureC[1] = 66;
            refused(motors, "66 degrees");
            motors.temperatureC[1] = 30;
            motors.error[1] = 4;
            refused(motors, "error 4");
        }
    }

    /** In the middle: it was driven, so it is damped. */
    private static void ends(final PlayedMotors motors, final String told, final String... more) {
        motors.heard.clear();
        assertTrue(wiggle(motors, more).refusedWith(ExitCode.FAILED).contains(told));
        assertTrue(motors.driven() > 0);
        assertTrue(motors.wasDampedAndLetGo(1));
    }

    /** At the beginning: nothing was driven. */
    private static void refused(final PlayedMotors motors, final String told) {
        motors.heard.clear();
        assertTrue(wiggle(motors).refusedWith(ExitCode.FAILED).contains(told));
        assertEquals(0, motors.driven());
    }

    @Test
    void ctrlCEndsItDampedAndNoOtherProgramGetsThePortMeanwhile(@TempDir final Path folder) throws Exception {
        try (PlayedMotors motors = new PlayedMotors();
                ChildJvm child = new ChildJvm(
                        folder, "motors", "wiggle", "--port", motors.device(), "--ids", "1", "--times", "100")) {
            while (motors.driven() < 10) {
                assertTrue(child.handle().isAlive(), child::output);
                Thread.sleep(5);
            }
            final String told = wiggle(motors).refusedWith(ExitCode.REFUSED);
            assertTrue(
                    told.contains("is in use by java (process " + child.handle().pid() + ")"), told);
            child.signal(ProcessSignal.INT);
            assertEquals(ExitCode.FAILED, child.exitCode());
            assertTrue(child.output().contains("stopped before its end; the motor is damped"), child.output());
            assertTrue(motors.wasDampedAndLetGo(1));
        }
    }

    @Test
    void aMotorThatFallsSilentIsGivenUpAfterThreeRepliesAndToldToDamp() {
        try (PlayedMotors motors = new PlayedMotors()) {
            motors.obeyed = 20;
            final String told = wiggle(motors).refusedWith(ExitCode.FAILED);
            assertTrue(told.contains("motor 1 stopped answering: expected "), told);
            assertEquals(20 + 3, motors.driven());
            assertTrue(motors.wasDampedAndLetGo(1));
            motors.heard.clear();
            motors.silent[1] = true;
            assertTrue(wiggle(motors).refusedWith(ExitCode.FAILED).contains("does not answer"));
            assertEquals(0, motors.driven());
        }
    }
}

package gaitd.sim.wire;

import gaitd.hal.A1;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.fault.FaultGrammar;
import gaitd.sim.fault.FaultInjector;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.fault.InjectedFault;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.robot.StartPose;
import java.util.List;
import java.util.Locale;

/**
 * Lines that steer a simulated robot: its time, its place, its faults. Each gets one line back: {@code ok}, a state as JSON, or
 * {@code refused:} with what was expected.
 *
 * <p>Called by one thread at a time, the one that steps the robot meanwhile waiting.
 */
final class SimControl {
    private static final String EXPECTED =
            "expected pause, resume, step N, reset lying, reset standing, reset back, hang, put-down, lead JOINT RAD, let-go JOINT,"
                    + " press LEG N, turn ROLL PITCH YAW,"
                    + " push VX VY [VZ], fault on NAME[:ARG], fault off NAME or state";
    private static final int STEPS_MAX = 1_000_000;
    private static final double PUSH_MAX_M_S = 10;
    private static final double ANGLE_MAX_RAD = 6;
    private static final double TURN_MAX_RAD = 1.2;
    private static final double PRESS_MAX_N = 200;
    private static final List<String> LEGS = List.of("FR", "FL", "RR", "RL");

    private final SimulatedA1 robot;
    private final RobotSide side;
    private final ServedWalk walk;
    private final double groundM;

    SimControl(final SimulatedA1 robot, final RobotSide side, final ServedWalk walk, final double groundM) {
        this.robot = robot;
        this.side = side;
        this.walk = walk;
        this.groundM = groundM;
    }

    /** Carries out a line at a time of the server's clock. */
    String handle(final String line, final long nowNs) {
        final String[] words = line.trim().split("\\s+");
        try {
            switch (words[0]) {
                case "pause" -> side.pause(nowNs);
                case "resume" -> side.resume(nowNs);
                case "step" -> step(words);
                case "reset" -> reset(words);
                case "hang" -> robot.sling().hang();
                case "put-down" -> robot.sling().letDown();
                case "push" -> push(words);
                case "lead" -> {
                    final int joint = joint(words);
                    robot.hands().lead(joint, number(words, 2, -ANGLE_MAX_RAD, ANGLE_MAX_RAD), robot.truth().q[joint]);
                }
                case "let-go" -> robot.hands().letGo(joint(words));
                case "press" -> robot.hands().press(leg(words), number(words, 2, 0, PRESS_MAX_N));
                case "turn" -> turn(words);
                case "fault" -> fault(words);
                case "state" -> {
                    return StateJson.of(robot, side.isPaused(), groundM);
                }
                default -> throw new ConfigException("'" + words[0] + "' is no command: " + EXPECTED);
            }
        } catch (final ConfigException e) {
            return "refused: " + e.getMessage();
        }
        return "ok";
    }

    private static String word(final String[] words, final int index) {
        if (words.length <= index) {
            throw new ConfigException("'" + String.join(" ", words) + "' is not whole: " + EXPECTED);
        }
        return words[index];
    }

    private static double number(final String[] words, final int index, final double min, final double max) {
        try {
            final double value = Double.parseDouble(word(words, index));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (final NumberFormatException e) {
            // refused below
        }
        throw new ConfigException(String.format(
                Locale.ROOT, "%s %s: expected a number from %.0f to %.0f", words[0], words[index], min, max));
    }

    private void step(final String... words) {
        final double steps = number(words, 1, 1, STEPS_MAX);
        if (!side.isPaused() || steps != Math.rint(steps)) {
            throw new ConfigException("step takes whole steps of a robot that is paused; say pause first");
        }
        side.step((int) steps);
    }

    private void reset(final String... words) {
        switch (word(words, 1)) {
            case "lying" -> robot.place(StartPose.LYING, groundM);
            case "standing" -> robot.place(StartPose.STANDING, groundM);
            case "back" -> robot.place(StartPose.BACK, groundM);
            default -> throw new ConfigException("reset " + words[1] + ": expected lying, standing or back");
        }
        walk.placed();
    }

    private void push(final String... words) {
        robot.push(new double[] {
            number(words, 1, -PUSH_MAX_M_S, PUSH_MAX_M_S),
            number(words, 2, -PUSH_MAX_M_S, PUSH_MAX_M_S),
            words.length > 3 ? number(words, 3, -PUSH_MAX_M_S, PUSH_MAX_M_S) : 0
        });
    }

    private void turn(final String... words) {
        if (!robot.sling().isHung()) {
            throw new ConfigException("turn takes a robot that hangs; say hang first");
        }
        robot.sling()
                .turn(
                        number(words, 1, -TURN_MAX_RAD, TURN_MAX_RAD),
                        number(words, 2, -TURN_MAX_RAD, TURN_MAX_RAD),
                        number(words, 3, -Math.PI, Math.PI));
    }

    private static int joint(final String... words) {
        final String name = word(words, 1);
        for (int j = 0; j < A1.JOINTS; j++) {
            if (A1.jointName(j).equals(name)) {
                return j;
            }
        }
        throw new ConfigException(words[0] + " " + name + ": expected a joint such as FR_hip, RL_thigh or FL_calf");
    }

    private static int leg(final String... words) {
        final int leg = LEGS.indexOf(word(words, 1));
        if (leg < 0) {
            throw new ConfigException(words[0] + " " + words[1] + ": expected FR, FL, RR or RL");
        }
        return leg;
    }

    private void fault(final String... words) {
        final String name = word(words, 2);
        if (robot.faults() == null) {
            robot.faults(new FaultInjector(FaultPlan.NONE, 0));
        }
        switch (words[1]) {
            case "on" -> robot.faults().add(FaultGrammar.parse(name, robot.timeS(), Double.POSITIVE_INFINITY));
            case "off" -> {
                if (!robot.faults().remove(name)) {
                    throw new ConfigException("fault off " + name + ": there is none of that name; there are "
                            + robot.faults().faults().stream()
                                    .map(InjectedFault::name)
                                    .toList());
                }
            }
            default -> throw new ConfigException("fault " + words[1] + ": expected on or off");
        }
    }
}

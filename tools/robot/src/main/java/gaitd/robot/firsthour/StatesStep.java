package gaitd.robot.firsthour;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.robot.host.PacedRobot;
import java.util.Locale;

/** States arrive whole and often enough, motors obey the mode asked for, and their values can be a robot's. */
final class StatesStep implements HourStep {
    static final double SECONDS = 2;
    /** Least share of commands that are answered. */
    static final double ANSWERED_LEAST = 0.5;
    /** Greatest share of states that are damaged. */
    static final double DAMAGED_MOST = 0.01;
    /** How far beyond its limits a joint may be, rad; a lying robot's calves are a little. */
    static final double BEYOND_RAD = 0.2;

    private int states;
    private long firstTick;
    private long lastTick;

    @Override
    public HourPart part() {
        return HourPart.STATES;
    }

    @Override
    public String name() {
        return "states arrive";
    }

    @Override
    public Found run(final HungRobot robot, final Person person) {
        person.tell("Keep hands away. Nothing moves: states are counted for " + (int) SECONDS + " s.");
        states = 0;
        firstTick = robot.sensed().robotTick;
        final long damagedBefore = robot.dropped();
        robot.run(SECONDS, sensed -> {
            states++;
            lastTick = sensed.robotTick;
        });
        final long damaged = robot.dropped() - damagedBefore;
        final double asked = SECONDS / PacedRobot.PERIOD_S;
        final String counted =
                String.format(Locale.ROOT, "%d states to %.0f commands, %d damaged", states, asked, damaged);
        if (states < ANSWERED_LEAST * asked) {
            return Found.wrong(
                    counted + ": expected an answer to at least half; look at the cable, and who else sends commands");
        }
        if (damaged > DAMAGED_MOST * states) {
            return Found.wrong(
                    counted + ": expected none damaged; is it an A1, and nothing else that sends to this port?");
        }
        if (lastTick == firstTick) {
            return Found.wrong(
                    "the robot's own time stands still at " + firstTick + ": its board hangs; switch it off and on");
        }
        final String implausible = implausible(robot.sensed());
        return implausible == null ? Found.right(counted) : Found.wrong(implausible);
    }

    private static String implausible(final Sensed sensed) {
        if (!sensed.isFinite()) {
            return "a value is not a number: expected finite values only; is it an A1's state?";
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            if (sensed.motorMode[j] != MotorMode.SERVO) {
                return String.format(
                        Locale.ROOT,
                        "%s reports mode %d although servo, %d, is asked for: expected low-level mode with the robot's own"
                                + " controller stopped",
                        A1.jointName(j),
                        sensed.motorMode[j],
                        MotorMode.SERVO);
            }
            if (sensed.q[j] < A1.positionMinRad(j) - BEYOND_RAD || sensed.q[j] > A1.positionMaxRad(j) + BEYOND_RAD) {
                return String.format(
                        Locale.ROOT,
                        "%s is at %.3f rad: expected %.3f to %.3f; its zero is lost, switch the robot off, fold its legs as it lies, and switch"
                                + " it on again",
                        A1.jointName(j),
                        sensed.q[j],
                        A1.positionMinRad(j) - BEYOND_RAD,
                        A1.positionMaxRad(j) + BEYOND_RAD);
            }
        }
        return null;
    }
}

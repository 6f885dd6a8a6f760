package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import java.util.Arrays;

/**
 * Whether the torques that motors report are those that they were commanded, by any delay that a robot may have: commands that arrive
 * late, and angles that are older than the torques beside them.
 *
 * <p>A drive gives tau + kp (q* - q) + kd (dq* - dq). Late by one of several delays, the commands, or commands and torques, are put
 * into that law with the newest angles, and each difference from the torque reported is averaged over 0.1 s. A motor that owes torque
 * owes it by every delay. Allocates nothing after construction.
 */
final class TorqueMatch {
    private static final double AVERAGE_S = 0.1;
    private static final double[] DELAYS_S = {0.01, 0.02, 0.03};
    /** No delay; late commands; late angles. */
    private static final int WAYS = 1 + 2 * DELAYS_S.length;

    private final double share;
    private final double torqueMaxNm;
    private final int[] commandAge = new int[WAYS];
    private final int[] torqueAge = new int[WAYS];
    private final JointCommands[] commands;
    private final double[][] torques;
    private final double[][] difference = new double[A1.JOINTS][WAYS];
    private int newest;
    private boolean begun;

    TorqueMatch(final double periodS, final double torqueMaxNm) {
        share = Math.min(1, periodS / AVERAGE_S);
        this.torqueMaxNm = torqueMaxNm;
        int longest = 0;
        for (int i = 0; i < DELAYS_S.length; i++) {
            final int ticks = (int) Math.round(DELAYS_S[i] / periodS);
            commandAge[1 + 2 * i] = ticks;
            commandAge[2 + 2 * i] = ticks;
            torqueAge[2 + 2 * i] = ticks;
            longest = Math.max(longest, ticks);
        }
        commands = new JointCommands[longest + 1];
        torques = new double[longest + 1][A1.JOINTS];
        for (int i = 0; i < commands.length; i++) {
            commands[i] = new JointCommands();
        }
    }

    /** Takes a state and the commands of the tick before it. */
    void add(final Sensed sensed, final JointCommands sent) {
        newest = (newest + 1) % commands.length;
        put(newest, sensed, sent);
        for (int i = 0; !begun && i < commands.length; i++) {
            put(i, sensed, sent);
        }
        begun = true;
    }

    private void put(final int place, final Sensed sensed, final JointCommands sent) {
        commands[place].set(sent);
        System.arraycopy(sensed.tauEst, 0, torques[place], 0, A1.JOINTS);
    }

    /** Compares a joint of the state taken last. */
    void compare(final Sensed sensed, final int joint) {
        for (int way = 0; way < WAYS; way++) {
            final double owed =
                    commanded(commands[at(commandAge[way])], sensed, joint) - torques[at(torqueAge[way])][joint];
            difference[joint][way] += share * (owed - difference[joint][way]);
        }
    }

    private int at(final int age) {
        return (newest - age + commands.length) % commands.length;
    }

    private double commanded(final JointCommands by, final Sensed sensed, final int joint) {
        return Math.clamp(
                by.tau[joint]
                        + by.kp[joint] * (by.q[joint] - sensed.q[joint])
                        + by.kd[joint] * (by.dq[joint] - sensed.dq[joint]),
                -torqueMaxNm,
                torqueMaxNm);
    }

    /** What the newest commands ask of a joint, N m. */
    double commanded(final Sensed sensed, final int joint) {
        return commanded(commands[newest], sensed, joint);
    }

    /** Least difference of a joint, commanded less reported, N m; not a number when none is one. */
    double least(final int joint) {
        double least = Double.NaN;
        for (final double each : difference[joint]) {
            if (Double.isNaN(least) || Math.abs(each) < Math.abs(least)) {
                least = each;
            }
        }
        return least;
    }

    /** Begins anew. */
    void reset() {
        begun = false;
        for (int i = 0; i < A1.JOINTS; i++) {
            Arrays.fill(difference[i], 0);
        }
    }
}

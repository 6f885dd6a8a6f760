package gaitd.runtime.policy;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;

/** Order of the joints, and so of the legs, in a policy's lists, as places in the robot's order. Immutable. */
public final class JointOrder {
    /** The robot's own. */
    public static final JointOrder ROBOT = new JointOrder(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    /** The robot's joint of each joint of a list, 12. */
    final int[] joint;
    /** The robot's leg of each leg of a list, 4. */
    final int[] leg;
    /** The robot's place of each coordinate of each foot of a list, 12. */
    final int[] foot;

    private final int[] trunk = {0, 1, 2};

    /**
     * An order of joints; legs are in the order in which their first joints come.
     *
     * @param joint the robot's joint of each joint of a list, each of 12 once
     */
    public JointOrder(final int[] joint) {
        this.joint = joint.clone();
        leg = new int[A1.LEGS];
        int legs = 0;
        int seen = 0;
        for (final int place : joint) {
            final int of = place / A1.JOINTS_PER_LEG;
            if ((seen & 1 << of) == 0) {
                seen |= 1 << of;
                leg[legs++] = of;
            }
        }
        foot = new int[3 * A1.LEGS];
        for (int i = 0; i < foot.length; i++) {
            foot[i] = 3 * leg[i / 3] + i % 3;
        }
    }

    /** Places among the robot's values of the values of an action, in the order of the list. */
    int[] places(final ActedSignal signal) {
        if (signal == ActedSignal.FOOT_OFFSET) {
            return foot;
        }
        return signal.size == A1.JOINTS ? joint : signal.size == A1.LEGS ? leg : trunk;
    }

    /** Place among the robot's values of value {@code i} of a signal of so many values: itself unless there is one a joint or leg. */
    int place(final int size, final int i) {
        return size == A1.JOINTS ? joint[i] : size == A1.LEGS ? leg[i] : i;
    }

    /**
     * Values of the robot in this order.
     *
     * @param values one a joint or one a leg, in the robot's order; others stay in theirs
     * @return a new array
     */
    public double[] toList(final double[] values) {
        final double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            sorted[i] = values[place(values.length, i)];
        }
        return sorted;
    }

    /**
     * Values of a list in the robot's order.
     *
     * @param values one a joint, in this order
     * @return a new array
     */
    public double[] toRobot(final double[] values) {
        final double[] sorted = new double[A1.JOINTS];
        for (int i = 0; i < A1.JOINTS; i++) {
            sorted[joint[i]] = values[i];
        }
        return sorted;
    }
}

package gaitd.runtime.policy;

import gaitd.hal.A1;

/** Order of the joints, and so of the legs, in a policy's lists, as places in the robot's order. Immutable. */
public final class JointOrder {
    /** The robot's own. */
    public static final JointOrder ROBOT = new JointOrder(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});

    /** The robot's joint of each joint of a list, 12. */
    final int[] joint;
    /** The robot's leg of each leg of a list, 4. */
    final int[] leg;

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
    }

    /** Place among the robot's values of value {@code i} of a signal of so many values: itself unless there is one a joint or leg. */
    int place(final int size, final int i) {
        return size == A1.JOINTS ? joint[i] : size == A1.LEGS ? leg[i] : i;
    }

    /**
     * Values of the robot in this order.
     *
     * @param values one a joint or one a leg, in the robot's order
     * @return a new array
     */
    public double[] toList(final double[] values) {
        final int[] places = values.length == A1.JOINTS ? joint : leg;
        final double[] sorted = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            sorted[i] = values[places[i]];
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

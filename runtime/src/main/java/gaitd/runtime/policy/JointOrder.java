package gaitd.runtime.policy;

import gaitd.hal.A1;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Order of the joints, and so of the legs, in a policy's lists, as places in the robot's order. Immutable. */
public final class JointOrder {
    /** The robot's own. */
    public static final JointOrder ROBOT =
            new JointOrder(IntStream.range(0, A1.JOINTS).toArray());

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
        leg = Arrays.stream(joint).map(j -> j / A1.JOINTS_PER_LEG).distinct().toArray();
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
        return Arrays.stream(values.length == A1.JOINTS ? joint : leg)
                .mapToDouble(place -> values[place])
                .toArray();
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

package gaitd.sim.fault;

import gaitd.hal.A1;
import java.util.ArrayList;
import java.util.List;

/** Parts of which a robot has several, by name: a joint, the joints of a leg, a foot, or all. */
public enum FaultInstances {
    /** One of its kind. */
    ONE(1),
    /** Twelve joints, as {@code FR_hip}. */
    JOINTS(A1.JOINTS),
    /** Four feet, as {@code FR}. */
    FEET(A1.LEGS);

    static final String ALL = "all";

    /** How many there are. */
    public final int count;

    FaultInstances(final int count) {
        this.count = count;
    }

    /**
     * Names of single parts, in the usual order.
     *
     * @return empty when there is one part without a name
     */
    public List<String> names() {
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < count && this != ONE; i++) {
            names.add(name(i));
        }
        return names;
    }

    private String name(final int index) {
        return this == FEET ? leg(index) : A1.jointName(index);
    }

    private static String leg(final int leg) {
        return A1.jointName(A1.JOINTS_PER_LEG * leg).substring(0, 2);
    }

    /** Bits of the parts that a name means; 0 when it means none. */
    int bits(final String name) {
        int bits = 0;
        for (int i = 0; i < count && this != ONE; i++) {
            final String own = name(i);
            if (name.equals(ALL) || own.equals(name) || own.startsWith(name + "_")) {
                bits |= 1 << i;
            }
        }
        return bits;
    }
}

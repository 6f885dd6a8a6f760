package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.sim.terrain.GroundTouch;
import gaitd.sim.terrain.Terrain;

/**
 * The engine's search for contacts, for engines outside this package.
 *
 * <p>Write the pose into {@link #rotation}, {@link #origin} and {@link #foot}, then {@link #find}. Allocates nothing after
 * construction. Not thread-safe.
 */
public final class ContactFinder {
    /** Number of slots. */
    public static final int SLOTS = Contacts.SLOTS;
    /** Number of spheres. */
    public static final int SPHERES = 22;

    /** No part approaches the ground faster, m/s. */
    public static final double FASTEST_M_S = 15;
    /** Half extents of a box in trunk axes that holds hips and trunk, m. */
    public static final double BODY_X_M = 0.23;
    /** See {@link #BODY_X_M}. */
    public static final double BODY_Y_M = 0.1;
    /** See {@link #BODY_X_M}. */
    public static final double BODY_Z_M = 0.06;
    /** World from trunk, 3 x 3. */
    public final double[] rotation;
    /** Joint positions, trunk axes, 12 x 3, m. */
    public final double[] origin;
    /** Centres of the feet, trunk axes, 4 x 3, m. */
    public final double[] foot;
    /** Slot of each contact found. */
    public final int[] slot;
    /** How far each contact is above the ground, m. */
    public final double[] gapM;
    /** Contact points, trunk axes, 3 each, m. */
    public final double[] point;
    /** Normal and two tangents of each contact, world axes, 9 each. */
    public final double[] frame;

    private static final int TRUNK = 16;
    private static final int[] ORDER = order();

    private final Kinematics pose = new Kinematics(RobotModel.a1());
    private final Contacts contacts;

    /**
     * For one ground.
     *
     * @param terrain the ground
     * @param timeStepS length of a step, s
     */
    public ContactFinder(final Terrain terrain, final double timeStepS) {
        this.contacts = new Contacts(terrain, timeStepS);
        this.rotation = pose.rotation;
        this.origin = pose.origin;
        this.foot = pose.foot;
        this.slot = contacts.slot;
        this.gapM = contacts.gapM;
        this.point = contacts.point;
        this.frame = contacts.frame;
    }

    /**
     * Lists the contacts of the pose.
     *
     * @param positionM trunk origin in the world, 3, m
     * @return how many there are
     */
    public int find(final double[] positionM) {
        contacts.find(pose, positionM);
        return contacts.count;
    }

    /**
     * Leg a slot's contact moves with.
     *
     * @param slot slot
     * @return leg index; any for the trunk
     */
    public static int leg(final int slot) {
        return Contacts.leg(slot);
    }

    /**
     * How many joints, from the hip on, move a slot's contact.
     *
     * @param slot slot
     * @return 0 (trunk) to 3 (calf and foot)
     */
    public static int joints(final int slot) {
        return Contacts.joints(slot);
    }

    /**
     * Slot of a sphere on level ground. Spheres are feet, knees, hips, then the ends of the trunk's capsules.
     *
     * @param sphere sphere index
     * @return slot
     */
    public static int sphereSlot(final int sphere) {
        return Contacts.BETWEEN / SPHERES * sphere;
    }

    /**
     * Shape of a slot's contact.
     *
     * @param slot slot
     * @return index in {@link CollisionShape#a1()}
     */
    public static int shape(final int slot) {
        final int between = slot - Contacts.BETWEEN;
        if (between >= 0) {
            return between < 2 * A1.LEGS ? A1.LEGS + between : TRUNK + between - 2 * A1.LEGS;
        }
        final int sphere = slot / GroundTouch.CONTACTS;
        return sphere < A1.LEGS ? sphere : sphere < A1.JOINTS ? A1.LEGS + sphere : TRUNK + (sphere - A1.JOINTS) / 2;
    }

    /**
     * Centre of an end of the trunk's capsules.
     *
     * @param sphere sphere index, 12 or more
     * @return trunk axes, m
     */
    public static CollisionShape.Point trunkSphere(final int sphere) {
        final CollisionShape of = CollisionShape.a1().get(TRUNK + (sphere - A1.JOINTS) / 2);
        return sphere % 2 == 0 ? of.fromM() : of.toM();
    }

    /**
     * Order in which contacts are listed.
     *
     * @param place place in the list of all slots
     * @return slot
     */
    public static int listed(final int place) {
        return ORDER[place];
    }

    private static int[] order() {
        final int[] out = new int[SLOTS];
        final int legs = 8 * GroundTouch.CONTACTS;
        for (int slot = 0; slot < legs; slot++) {
            out[slot] = slot;
        }
        int at = legs;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out[at++] = Contacts.BETWEEN + leg;
            out[at++] = Contacts.BETWEEN + A1.LEGS + leg;
        }
        for (int slot = legs; slot < Contacts.BETWEEN; slot++) {
            out[at++] = slot;
        }
        for (int slot = Contacts.BETWEEN + 2 * A1.LEGS; slot < SLOTS; slot++) {
            out[at++] = slot;
        }
        return out;
    }
}

package gaitd.sim.engine;

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
        return slot < 12 ? slot & 3 : 0;
    }

    /**
     * How many joints, from the hip on, move a slot's contact.
     *
     * @param slot slot
     * @return 0 (trunk) to 3 (calf and foot)
     */
    public static int joints(final int slot) {
        return slot < 4 ? 3 : slot < 8 ? 2 : slot < 12 ? 1 : 0;
    }

    /** Number of spheres: feet, knees, hips, then what is fixed to the trunk. */
    public static final int SPHERES = 20;

    /**
     * Slot of a sphere on level ground.
     *
     * @param sphere sphere index
     * @return slot
     */
    public static int sphereSlot(final int sphere) {
        return sphere;
    }

    /**
     * Radius of a sphere.
     *
     * @param sphere sphere index
     * @return m
     */
    public static double sphereRadiusM(final int sphere) {
        return sphere < 8 ? 0.02 : sphere < 12 ? 0.046 : 0;
    }

    /**
     * Centre of a sphere that is fixed to the trunk.
     *
     * @param sphere sphere index, 12 or more
     * @return trunk axes, m
     */
    public static CollisionShape.Point trunkSphere(final int sphere) {
        final int i = sphere - 12;
        return new CollisionShape.Point(
                (i & 1) == 0 ? 0.267 / 2 : -0.267 / 2,
                (i & 2) == 0 ? 0.194 / 2 : -0.194 / 2,
                (i & 4) == 0 ? 0.114 / 2 : -0.114 / 2);
    }

    /**
     * Shape of a slot's contact.
     *
     * @param slot slot
     * @return index in {@link CollisionShape#a1()}
     */
    public static int shape(final int slot) {
        return slot;
    }

    /**
     * Order in which contacts are listed.
     *
     * @param place place in the list of all slots
     * @return slot
     */
    public static int listed(final int place) {
        return place;
    }
}

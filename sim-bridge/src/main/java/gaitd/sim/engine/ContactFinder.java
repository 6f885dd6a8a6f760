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
    public static final int SPHERES = 26;

    /** First sphere of the body: upper ends of the thighs and hips, leg by leg, then the ends of the trunk's capsules. */
    public static final int BODY_SPHERE = 8;
    /** First sphere of the trunk. */
    public static final int TRUNK_SPHERE = 16;
    /** No contact changes its velocity by more in a step, m/s. */
    public static final double SURPRISE_M_S = ContactRows.SURPRISE_M_S;
    /** No place on the robot is farther from the trunk origin or a joint that moves it, m. */
    public static final double LONGEST_M = EmbeddedSimulator.LONGEST_M;
    /** Half extents of a box in trunk axes that holds what {@link #BODY_SPHERE} and later spheres are, m. */
    public static final double BODY_X_M = Contacts.BODY_X_M;
    /** See {@link #BODY_X_M}. */
    public static final double BODY_Y_M = Contacts.BODY_Y_M;
    /** See {@link #BODY_X_M}. */
    public static final double BODY_Z_M = Contacts.BODY_Z_M;
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
     */
    public ContactFinder(final Terrain terrain) {
        this.contacts = new Contacts(terrain);
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
     * @param reachM greatest gap of a contact, m
     * @return how many there are
     */
    public int find(final double[] positionM, final double reachM) {
        contacts.find(pose, positionM, reachM);
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
     * First slot of a sphere, its only one on level ground. Spheres are feet, knees, upper ends of the thighs, hips, ends of
     * the trunk's capsules.
     *
     * @param sphere sphere index
     * @return slot
     */
    public static int sphereSlot(final int sphere) {
        return GroundTouch.CONTACTS * sphere;
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
        if (sphere >= TRUNK_SPHERE) {
            return TRUNK + (sphere - TRUNK_SPHERE) / 2;
        }
        return sphere < A1.LEGS || sphere >= 3 * A1.LEGS ? sphere : 2 * A1.LEGS + sphere % A1.LEGS;
    }

    /**
     * Centre of an end of the trunk's capsules.
     *
     * @param sphere sphere index, {@link #TRUNK_SPHERE} or more
     * @return trunk axes, m
     */
    public static CollisionShape.Point trunkSphere(final int sphere) {
        final CollisionShape of = CollisionShape.a1().get(TRUNK + (sphere - TRUNK_SPHERE) / 2);
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
        int at = 0;
        for (int sphere = 0; sphere < BODY_SPHERE; sphere++) {
            at = list(sphere, out, at);
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            out[at++] = Contacts.BETWEEN + leg;
            out[at++] = Contacts.BETWEEN + A1.LEGS + leg;
        }
        for (int leg = 0; leg < A1.LEGS; leg++) {
            at = list(BODY_SPHERE + leg, out, at);
            at = list(BODY_SPHERE + A1.LEGS + leg, out, at);
        }
        for (int sphere = TRUNK_SPHERE; sphere < SPHERES; sphere++) {
            at = list(sphere, out, at);
        }
        for (int slot = Contacts.BETWEEN + 2 * A1.LEGS; slot < SLOTS; slot++) {
            out[at++] = slot;
        }
        return out;
    }

    private static int list(final int sphere, final int[] out, final int at) {
        for (int k = 0; k < GroundTouch.CONTACTS; k++) {
            out[at + k] = GroundTouch.CONTACTS * sphere + k;
        }
        return at + GroundTouch.CONTACTS;
    }
}

package gaitd.sim.batch;

/**
 * Where a robot's numbers are in the arrays of a batch.
 *
 * <p>Robots are kept in groups of {@code lanes}. Within a group the items of a quantity follow each other, and an item holds
 * one number of each robot: robot r has item i of n at {@code ((r / lanes) n + i) lanes + r % lanes}. With one lane that is
 * robot by robot. The last group may have idle lanes; arrays have room for them.
 *
 * @param robots number of robots, 1 or more
 * @param lanes robots in a group, 1 or more
 */
public record BatchLayout(int robots, int lanes) {
    /** Most robots in a batch. */
    public static final int MAX_ROBOTS = 1 << 16;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when there are no robots, too many, or no lanes
     */
    public BatchLayout {
        if (robots < 1 || robots > MAX_ROBOTS) {
            throw new IllegalArgumentException("a batch has 1 to " + MAX_ROBOTS + " robots, not " + robots);
        }
        if (lanes < 1) {
            throw new IllegalArgumentException("a group has 1 lane or more, not " + lanes);
        }
    }

    /**
     * Number of groups.
     *
     * @return 1 or more
     */
    public int groups() {
        return (robots + lanes - 1) / lanes;
    }

    /**
     * Length of an array.
     *
     * @param items numbers of each robot
     * @return number of doubles, idle lanes included
     */
    public int length(final int items) {
        return groups() * items * lanes;
    }

    /**
     * A new array of zeros.
     *
     * @param items numbers of each robot
     * @return the array
     */
    public double[] room(final int items) {
        return new double[length(items)];
    }

    /**
     * Place of a number; the robot's next item is {@code lanes} further on.
     *
     * @param robot robot index
     * @param items numbers of each robot
     * @param item which of them
     * @return index into the array
     */
    public int index(final int robot, final int items, final int item) {
        return ((robot / lanes) * items + item) * lanes + robot % lanes;
    }

    /**
     * Numbers of each robot in an array.
     *
     * @param array of this layout
     * @return its items
     */
    int items(final double[] array) {
        return array.length / (groups() * lanes);
    }

    /**
     * Writes the numbers of one robot.
     *
     * @param robot robot index
     * @param from all its items
     * @param to array of this layout with as many items
     */
    public void put(final int robot, final double[] from, final double[] to) {
        put(robot, from, 0, from.length, to);
    }

    /** Writes the numbers of one robot from a place on and returns the place after them. */
    int put(final int robot, final double[] from, final int at, final int items, final double[] to) {
        final int start = index(robot, items, 0);
        for (int i = 0; i < items; i++) {
            to[start + i * lanes] = from[at + i];
        }
        return at + items;
    }

    /**
     * Reads the numbers of one robot.
     *
     * @param robot robot index
     * @param from array of this layout
     * @param to all its items
     */
    public void get(final int robot, final double[] from, final double[] to) {
        get(robot, from, to.length, to, 0);
    }

    /** Reads the numbers of one robot to a place on and returns the place after them. */
    int get(final int robot, final double[] from, final int items, final double[] to, final int at) {
        final int start = index(robot, items, 0);
        for (int i = 0; i < items; i++) {
            to[at + i] = from[start + i * lanes];
        }
        return at + items;
    }

    /** Sets the numbers of one robot. */
    void fill(final int robot, final int items, final double value, final double[] to) {
        final int start = index(robot, items, 0);
        for (int i = 0; i < items; i++) {
            to[start + i * lanes] = value;
        }
    }
}

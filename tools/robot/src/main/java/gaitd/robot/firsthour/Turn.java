package gaitd.robot.firsthour;

/** Turns of the trunk by hand, each about one axis and in its positive sense. */
enum Turn {
    /** About the axis that points forward. */
    RIGHT_SIDE_DOWN("right side down", "Lean the robot to its right by some 20 degrees (its right side down)", 0),
    /** About the axis that points left. */
    NOSE_DOWN("nose down", "Tip the robot's nose down by some 20 degrees", 1),
    /** About the axis that points up. */
    LEFT("to the left", "Turn the robot to its left by some 30 degrees (seen from above, against the clock)", 2);

    /** Names of the angles, by axis. */
    static final String[] AXES = {"roll", "pitch", "yaw"};

    final String words;
    final String request;
    final int axis;

    Turn(final String words, final String request, final int axis) {
        this.words = words;
        this.request = request;
        this.axis = axis;
    }
}

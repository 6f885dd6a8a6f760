package gaitd.lab.course;

/** How a walk of the course ended; in the course's file by its letter. */
enum CourseEnd {
    /** It did what was asked. */
    SUCCESS('s'),
    /** Neither a fall nor a success: too slow, astray, or at another velocity. */
    MISSED('m'),
    /** It fell. */
    FELL('f'),
    /** A fault of the robot ended it without a fall. */
    FAULT('x');

    final char letter;

    CourseEnd(final char letter) {
        this.letter = letter;
    }

    /** The end of a letter; null for a letter of none. */
    static CourseEnd of(final char letter) {
        for (final CourseEnd end : values()) {
            if (end.letter == letter) {
                return end;
            }
        }
        return null;
    }
}

package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a student comes closer to a teacher, round by round; what was written after a round goes on to the same bits. */
public interface Lesson {
    /**
     * One round.
     *
     * @throws NonFiniteException when a value is infinite or not a number
     */
    void round();

    /**
     * Rounds so far.
     *
     * @return a count
     */
    int rounds();

    /**
     * The student's difference from its teacher when it was last learned from.
     *
     * @return mean square of a component of the actions, whose range is -1 to 1; NaN before the first round
     */
    double error();

    /**
     * The student.
     *
     * @return live, in the order of its layout
     */
    float[] student();

    /**
     * Writes all that goes on.
     *
     * @param out written
     * @throws IOException when it cannot be
     */
    void write(DataOutput out) throws IOException;

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in read
     * @throws IOException when it cannot be, or is of another lesson
     */
    void read(DataInput in) throws IOException;
}

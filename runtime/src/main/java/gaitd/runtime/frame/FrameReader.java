package gaitd.runtime.frame;

/**
 * Follows the frames of a control loop, whether it runs in this process or in another. Belongs to one thread.
 *
 * <p>A reader that is slow or stopped for a while loses frames and knows how many; the writer never waits for it.
 */
public interface FrameReader {
    /**
     * Takes the next frame if there is one.
     *
     * @return the reader's own frame, overwritten by the next poll, or null when there is nothing new
     */
    TickFrame poll();

    /**
     * Frames that were overwritten before this reader read them.
     *
     * @return how many so far
     */
    long lostFrames();
}

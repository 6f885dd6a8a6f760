package gaitd.lab.classic;

import gaitd.lab.film.FilmFile;
import gaitd.lab.image.Canvas;
import gaitd.lab.image.Pictures;
import gaitd.lab.train.ClassicTask;
import gaitd.policies.learn.LearnedPolicy;
import gaitd.policies.learn.Transitions;
import gaitd.policies.learn.classic.ClassicEnv;
import gaitd.robot.cli.Outputs;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Films of episodes of textbook tasks, seen from the side. */
public final class ClassicFilm {
    /** The option that asks for one. */
    public static final String OPTION = "--video";

    private static final double RATE_MAX_HZ = 25;
    private static final double LONGEST_S = 20;

    private ClassicFilm() {}

    /**
     * Refuses a file that no film can be made into, before the work begins.
     *
     * @param file its name says which kind of film; null for none
     */
    public static void check(final Path file) {
        if (file != null) {
            Outputs.check(file, OPTION);
            FilmFile.check(file);
            Pictures.need();
        }
    }

    /**
     * Films an episode, its first seconds.
     *
     * @param task name of the task
     * @param policy acts
     * @param env a single copy of the task
     * @param seed of the episode
     * @param file replaced
     * @return what is in it, one line
     */
    static String make(
            final String task, final LearnedPolicy policy, final ClassicEnv env, final long seed, final Path file) {
        Canvas.needNoDisplay();
        final int every = (int) Math.ceil(env.rateHz() / RATE_MAX_HZ);
        final ClassicScene scene = new ClassicScene(ClassicTask.of(task));
        final List<BufferedImage> pictures = new ArrayList<>();
        final Transitions transitions = Transitions.of(env);
        env.resetWhole(seed, transitions);
        double earned = 0;
        int step = 0;
        boolean over = false;
        while (!over && step < LONGEST_S * env.rateHz()) {
            if (step % every == 0) {
                pictures.add(scene.draw(
                        env,
                        String.format(Locale.ROOT, "%s   %.2f s   return %.0f", task, step / env.rateHz(), earned)));
            }
            policy.act(transitions);
            env.step(transitions);
            earned += transitions.reward[0];
            over = transitions.terminated[0] || transitions.truncated[0];
            step++;
        }
        final int rateHz = (int) Math.round(env.rateHz() / every);
        FilmFile.write(pictures, rateHz, file);
        return String.format(
                Locale.ROOT,
                "%s: the first episode, %d pictures, %d a second, return %.1f after %d steps",
                file,
                pictures.size(),
                rateHz,
                earned,
                step);
    }
}

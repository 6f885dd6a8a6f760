package gaitd.lab.log;

import gaitd.lab.image.Pictures;
import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import gaitd.robot.log.LogPictures;
import gaitd.robot.log.LogSeries;
import java.nio.file.Path;
import java.util.List;

/** Draws values of recordings over time. */
public final class LogPlots implements LogPictures {
    /** Made by the service loader. */
    public LogPlots() {}

    @Override
    public void need() {
        Pictures.need();
    }

    @Override
    public void write(final LogSeries series, final Path file) {
        final LinePlot plot = new LinePlot(new PlotText(series.title(), "time, s", series.unit()));
        final double[] timeS = series.timeS();
        final double[][] values = series.values();
        final List<String> names = series.names();
        for (int i = 0; i < values.length; i++) {
            plot.line(names.get(i), timeS, values[i]);
        }
        plot.write(file);
    }
}

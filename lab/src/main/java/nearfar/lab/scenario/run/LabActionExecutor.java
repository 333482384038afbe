package nearfar.lab.scenario.run;

import nearfar.common.log.LinkWindow;
import nearfar.lab.Lab;
import nearfar.lab.scenario.Action;

/** Performs actions in a lab. */
record LabActionExecutor(Lab lab, long seed) implements ActionExecutor {
  @Override
  public long perform(Action action) {
    return switch (action) {
      case Action.ChangeLink change -> change(change);
      case Action.Kill kill -> lab.crash(kill.part());
      case Action.Stop stop -> {
        lab.stop(stop.part());
        yield System.nanoTime();
      }
      case Action.Start start -> {
        lab.start(start.part());
        yield System.nanoTime();
      }
      case Action.MoreClients more -> {
        lab.moreClients(more.side(), more.count());
        yield System.nanoTime();
      }
    };
  }

  /** The link's log has the time of the change; the reply to the request arrives later. */
  private long change(Action.ChangeLink change) {
    long began = System.nanoTime();
    lab.wan().change(ScenarioLinks.seeded(change.words(), seed));
    long ended = System.nanoTime();
    return lab.linkWindows().stream()
        .filter(window -> window.beganNanos() >= began && window.endedNanos() <= ended)
        .mapToLong(LinkWindow::endedNanos)
        .max()
        .orElse(ended);
  }
}

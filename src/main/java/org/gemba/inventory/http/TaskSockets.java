package org.gemba.inventory.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.inventory.InventoryTasks;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.web.Socket;
import org.gemba.web.SocketRoute;
import tools.jackson.databind.node.ObjectNode;

/// `/ws/tasks` and `/ws/admin`. A tasks socket hears of every task that is its caller's business; once it has
/// subscribed to some, of those alone. What is pushed is never waited for.
public final class TaskSockets implements AutoCloseable {
    private static final int MOST_SUBSCRIPTIONS = 500;

    private final InventoryTasks tasks;
    private final Clock clock;
    private final Set<TaskListener> taskSockets = ConcurrentHashMap.newKeySet();
    private final Set<AdminListener> adminSockets = ConcurrentHashMap.newKeySet();
    private final Events.Subscription subscription;

    public TaskSockets(InventoryTasks tasks, Events events, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
        this.subscription = events.on(TaskChanged.class, change -> push(change.task()));
    }

    public List<SocketRoute> routes() {
        return List.of(
                new SocketRoute(
                        "/ws/tasks",
                        ApiFamily.INVENTORY,
                        "Tasks as they move on: task_update, task_log; takes ping, subscribe_task, unsubscribe_task,"
                                + " get_connection_info",
                        Permission.TASKS_READ,
                        SocketRoute.Login.BEFORE,
                        socket -> opened(new TaskListener(socket))),
                new SocketRoute(
                        "/ws/admin",
                        ApiFamily.INVENTORY,
                        "For administrators: takes get_system_stats and broadcast_notification",
                        Permission.SETTINGS_WRITE,
                        SocketRoute.Login.BEFORE,
                        socket -> opened(new AdminListener(socket))));
    }

    private TaskListener opened(TaskListener listener) {
        taskSockets.add(listener);
        listener.socket.send(connected("tasks"));
        return listener;
    }

    private AdminListener opened(AdminListener listener) {
        adminSockets.add(listener);
        listener.socket.send(connected("admin"));
        return listener;
    }

    private Map<String, Object> connected(String type) {
        return message("connection", "status", "connected", "connection_type", type, "timestamp", now());
    }

    /// One answer serves all sockets.
    private void push(TaskRecord task) {
        if (taskSockets.isEmpty()) return;
        var interested =
                taskSockets.stream().filter(listener -> listener.wants(task)).toList();
        if (interested.isEmpty()) return;
        var update = message("task_update", "data", TaskAnswer.of(tasks, task), "timestamp", now());
        var log = log(task);
        for (var listener : interested) {
            listener.socket.send(update);
            listener.socket.send(log);
        }
    }

    private Map<String, Object> log(TaskRecord task) {
        var answer = TaskAnswer.of(tasks, task);
        var line = new LinkedHashMap<String, Object>();
        line.put("task_id", answer.id());
        line.put("level", task.state() == TaskRecord.State.FAILED ? "error" : "info");
        line.put("message", task.error() != null ? task.error() : words(answer));
        line.put("step", answer.currentStep());
        line.put("timestamp", now());
        return message("task_log", "data", line);
    }

    private static String words(TaskAnswer answer) {
        var step = answer.currentStep();
        return answer.name() + ": " + TaskRoutes.word(TaskBody.state("status", answer.status()))
                + (step == null ? "" : ", " + step);
    }

    private String now() {
        return Wire.time(clock.instant());
    }

    private static Map<String, Object> message(String type, Object... namesAndValues) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", type);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            message.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return message;
    }

    private Map<String, Object> connections() {
        var users = ConcurrentHashMap.<String>newKeySet();
        taskSockets.forEach(each -> users.add(each.socket.caller().subject()));
        adminSockets.forEach(each -> users.add(each.socket.caller().subject()));
        return message(
                "connection_info",
                "data",
                Map.of(
                        "total_connections", taskSockets.size() + adminSockets.size(),
                        "by_type", Map.of("tasks", taskSockets.size(), "general", 0, "admin", adminSockets.size()),
                        "active_users", users.size()));
    }

    private static Map<String, Object> unreadable() {
        return message("error", "message", "Invalid JSON format");
    }

    private final class TaskListener implements SocketRoute.Listener {
        private final Socket socket;
        private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

        TaskListener(Socket socket) {
            this.socket = socket;
        }

        boolean wants(TaskRecord task) {
            return (subscribed.isEmpty() || subscribed.contains(task.id().toString()))
                    && tasks.isBusinessOf(socket.caller(), task);
        }

        @Override
        public void message(ObjectNode message) {
            var task = message.path("task_id").asString("");
            switch (message.path("type").asString("")) {
                case "ping" -> socket.send(TaskSockets.message("pong", "timestamp", message.path("timestamp")));
                case "subscribe_task" -> {
                    if (subscribed.size() < MOST_SUBSCRIPTIONS && !task.isEmpty()) subscribed.add(task);
                    socket.send(TaskSockets.message("task_subscription", "task_id", task, "status", "subscribed"));
                }
                case "unsubscribe_task" -> {
                    subscribed.remove(task);
                    socket.send(TaskSockets.message("task_unsubscription", "task_id", task, "status", "unsubscribed"));
                }
                case "get_connection_info" -> socket.send(connections());
                default -> {
                    // the document knows no answer to an unknown type
                }
            }
        }

        @Override
        public void unreadable() {
            socket.refuse(TaskSockets.unreadable());
        }

        @Override
        public void heartbeat() {
            socket.send(TaskSockets.message("ping", "timestamp", now()));
        }

        @Override
        public void closed() {
            taskSockets.remove(this);
        }
    }

    private final class AdminListener implements SocketRoute.Listener {
        private final Socket socket;

        AdminListener(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void message(ObjectNode message) {
            switch (message.path("type").asString("")) {
                case "ping" -> socket.send(TaskSockets.message("pong", "timestamp", message.path("timestamp")));
                case "get_system_stats" ->
                    socket.send(TaskSockets.message(
                            "system_stats",
                            "data",
                            Map.of(
                                    "websocket_connections",
                                    connections().get("data"),
                                    "tasks",
                                    tasks.statistics(socket.caller()).total(),
                                    "user_id",
                                    socket.caller().subject(),
                                    "timestamp",
                                    now())));
                case "broadcast_notification" -> broadcast(message);
                default -> {
                    // the document knows no answer to an unknown type
                }
            }
        }

        private void broadcast(ObjectNode message) {
            var notification = message.path("notification");
            if (!notification.isObject()) {
                socket.send(TaskSockets.message("error", "message", "notification must be an object"));
                return;
            }
            var told = TaskSockets.message("system_notification", "data", notification, "timestamp", now());
            taskSockets.forEach(each -> each.socket.send(told));
            socket.send(TaskSockets.message("broadcast_sent", "receivers", taskSockets.size()));
        }

        @Override
        public void unreadable() {
            socket.refuse(TaskSockets.unreadable());
        }

        @Override
        public void closed() {
            adminSockets.remove(this);
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}

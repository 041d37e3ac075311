-- Wakes the other replicas at once; each of them asks every second all the same.
CREATE FUNCTION notify_setting_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('aurora_settings', NEW.revision::text);
    RETURN NEW;
END
$$;

CREATE TRIGGER setting_change_notify AFTER INSERT ON setting_change
    FOR EACH ROW EXECUTE FUNCTION notify_setting_change();

# One image for each service: docker build --build-arg SERVICE=catalog-service --build-arg MAIN=dev.portolan.catalog.CatalogService .
FROM eclipse-temurin:25-jdk AS build
ARG SERVICE
WORKDIR /portolan
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -q -DskipTests -Dformat.skip=true -pl "${SERVICE}" -am \
      package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=/image/lib \
    && cp "${SERVICE}/target/${SERVICE}"-*.jar /image/lib/

FROM eclipse-temurin:25-jre
ARG MAIN
ENV MAIN=${MAIN} \
    PORTOLAN_BIND_ADDRESS=0.0.0.0 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError"
RUN useradd --uid 10001 --no-create-home portolan
COPY --from=build /image/lib /portolan/lib
USER 10001
WORKDIR /tmp
# exec: the service is process 1 and hears the signal that asks it to stop.
ENTRYPOINT ["/bin/sh", "-c", "exec java -cp '/portolan/lib/*' \"$MAIN\""]
